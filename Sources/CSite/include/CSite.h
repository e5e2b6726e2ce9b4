/// The site's style sheet, script, icon and OpenAPI document, the program's figures (`Floors.json`) and its NOTICE, embedded when it is built.
extern const unsigned char rapporteur_site_css[];
extern const unsigned long site_css_size;
extern const unsigned char rapporteur_site_js[];
extern const unsigned long site_js_size;
extern const unsigned char rapporteur_site_icon[];
extern const unsigned long site_icon_size;
extern const unsigned char rapporteur_site_interface[];
extern const unsigned long site_interface_size;
extern const unsigned char rapporteur_site_floors[];
extern const unsigned long site_floors_size;
extern const unsigned char rapporteur_site_notice[];
extern const unsigned long site_notice_size;

/// The first bytes: Swift cannot see an array of unknown length.
static inline const void *site_css(void) { return rapporteur_site_css; }
static inline const void *site_js(void) { return rapporteur_site_js; }
static inline const void *site_icon(void) { return rapporteur_site_icon; }
static inline const void *site_interface(void) { return rapporteur_site_interface; }
static inline const void *site_floors(void) { return rapporteur_site_floors; }
static inline const void *site_notice(void) { return rapporteur_site_notice; }
