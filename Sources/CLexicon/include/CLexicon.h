/// The compiled lexicon, embedded when the program is built. `lexicon.bin` is made by the plugin CompileLexicon.
extern const unsigned char rapporteur_lexicon[];
extern const unsigned long rapporteur_lexicon_size;

/// The first byte: Swift cannot see an array of unknown length.
static inline const void *rapporteur_lexicon_bytes(void) { return rapporteur_lexicon; }
