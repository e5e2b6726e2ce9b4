#include "CHypertext.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char rapporteur_html_entities[] = {
#embed "entities.tsv"
};
const unsigned long html_entities_size = sizeof rapporteur_html_entities;
