// cmark-gfm and its extensions (tables, strikethrough), for `Course`.

#ifndef CMARKDOWN_H
#define CMARKDOWN_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

#endif
