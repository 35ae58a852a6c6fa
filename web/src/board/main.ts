// The board's page.
import "./app";

document.body.append(document.createElement("fd-board"));
