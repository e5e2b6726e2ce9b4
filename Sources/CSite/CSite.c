#include "CSite.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char rapporteur_site_css[] = {
#embed "site.css"
};
const unsigned long site_css_size = sizeof rapporteur_site_css;

const unsigned char rapporteur_site_js[] = {
#embed "site.js"
};
const unsigned long site_js_size = sizeof rapporteur_site_js;

const unsigned char rapporteur_site_icon[] = {
#embed "icon.svg"
};
const unsigned long site_icon_size = sizeof rapporteur_site_icon;

const unsigned char rapporteur_site_interface[] = {
#embed "openapi.json"
};
const unsigned long site_interface_size = sizeof rapporteur_site_interface;

const unsigned char rapporteur_site_floors[] = {
#embed "../../Floors.json"
};
const unsigned long site_floors_size = sizeof rapporteur_site_floors;

const unsigned char rapporteur_site_notice[] = {
#embed "../../NOTICE"
};
const unsigned long site_notice_size = sizeof rapporteur_site_notice;
