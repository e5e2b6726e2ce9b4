#include "CWeights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char rapporteur_weights[] __attribute__((aligned(64))) = {
#embed "weights.bin"
};
const unsigned long rapporteur_weights_size = sizeof rapporteur_weights;

const unsigned char rapporteur_events[] __attribute__((aligned(64))) = {
#embed "events.bin"
};
const unsigned long rapporteur_events_size = sizeof rapporteur_events;
