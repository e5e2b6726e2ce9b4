/// The named character references of HTML, embedded: a line each, "NAME<tab>+ or -<tab>scalars in hexadecimal"; "+" where a
/// name may stand without its semicolon. Source: HTML, the living standard of the WHATWG, section 13.5 (CC BY 4.0).
extern const unsigned char rapporteur_html_entities[];
extern const unsigned long html_entities_size;

/// The first byte: Swift cannot see an array of unknown length.
static inline const void *html_entities(void) { return rapporteur_html_entities; }
