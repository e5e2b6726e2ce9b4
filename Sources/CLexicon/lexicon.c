#include "CLexicon.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char rapporteur_lexicon[] __attribute__((aligned(16))) = {
#embed "lexicon.bin"
};
const unsigned long rapporteur_lexicon_size = sizeof rapporteur_lexicon;

const unsigned char rapporteur_tables[] __attribute__((aligned(16))) = {
#embed "tables.bin"
};
const unsigned long rapporteur_tables_size = sizeof rapporteur_tables;
