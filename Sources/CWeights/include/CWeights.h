/// The trained weights, embedded when the program is built. `make train` makes `weights.bin`.
extern const unsigned char rapporteur_weights[];
extern const unsigned long rapporteur_weights_size;

/// The first byte: Swift cannot see an array of unknown length.
static inline const void *rapporteur_weights_bytes(void) { return rapporteur_weights; }
/// The classifier of events, made by `make train-events`.
extern const unsigned char rapporteur_events[];
extern const unsigned long rapporteur_events_size;

static inline const void *rapporteur_events_bytes(void) { return rapporteur_events; }
