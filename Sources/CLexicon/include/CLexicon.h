/// What the plugin CompileLexicon makes of `Data/`, embedded when the program is built: the compiled lexicon and the packed
/// tables it was made from, the compiled codebook of events and the packed frames it was made from.
extern const unsigned char rapporteur_lexicon[];
extern const unsigned long rapporteur_lexicon_size;
extern const unsigned char rapporteur_tables[];
extern const unsigned long rapporteur_tables_size;
extern const unsigned char rapporteur_codebook[];
extern const unsigned long rapporteur_codebook_size;
extern const unsigned char rapporteur_frames[];
extern const unsigned long rapporteur_frames_size;

/// The first bytes: Swift cannot see an array of unknown length.
static inline const void *rapporteur_lexicon_bytes(void) { return rapporteur_lexicon; }
static inline const void *rapporteur_tables_bytes(void) { return rapporteur_tables; }
static inline const void *rapporteur_codebook_bytes(void) { return rapporteur_codebook; }
static inline const void *rapporteur_frames_bytes(void) { return rapporteur_frames; }
