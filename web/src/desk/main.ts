// The desk's page.
import "./app";

document.body.append(document.createElement("fd-desk"));
