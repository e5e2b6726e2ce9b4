/// The compiled lexicon and the packed tables it was made from, embedded when the program is built. `lexicon.bin` and
/// `tables.bin` are made by the plugin CompileLexicon.
extern const unsigned char rapporteur_lexicon[];
extern const unsigned long rapporteur_lexicon_size;
extern const unsigned char rapporteur_tables[];
extern const unsigned long rapporteur_tables_size;

/// The first bytes: Swift cannot see an array of unknown length.
static inline const void *rapporteur_lexicon_bytes(void) { return rapporteur_lexicon; }
static inline const void *rapporteur_tables_bytes(void) { return rapporteur_tables; }
