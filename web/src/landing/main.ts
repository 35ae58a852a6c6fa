import "../ui/shell";

const shell = document.createElement("fd-shell");
document.body.append(shell);
