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

const unsigned char rapporteur_codebook[] __attribute__((aligned(16))) = {
#embed "codebook.bin"
};
const unsigned long rapporteur_codebook_size = sizeof rapporteur_codebook;

const unsigned char rapporteur_frames[] __attribute__((aligned(16))) = {
#embed "frames.bin"
};
const unsigned long rapporteur_frames_size = sizeof rapporteur_frames;
