// The landing page's entry. The chat in its corner is the very tag a shop would use.
import "./page";

document.body.append(document.createElement("fd-landing"));

const widget = document.createElement("script");
widget.src = "/widget.js";
document.body.append(widget);
