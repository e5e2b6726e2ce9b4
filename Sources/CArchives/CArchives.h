#ifndef RAPPORTEUR_ARCHIVES_H
#define RAPPORTEUR_ARCHIVES_H

// The decompressors of the system: zlib1g-dev, libzstd-dev and libbrotli-dev of Debian.
#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#endif
