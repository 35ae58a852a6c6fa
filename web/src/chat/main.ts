// The /chat page's entry.
import "./page";

document.body.append(document.createElement("fd-chat-page"));
