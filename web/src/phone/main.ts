// The /phone page's entry.
import "./page";

document.body.append(document.createElement("fd-phone-page"));
