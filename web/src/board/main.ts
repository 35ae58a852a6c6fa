// The board page: a stub until its builder's own file stands here.
import "../ui/shell";

const shell = document.createElement("fd-shell");
shell.setAttribute("page", "board");
document.body.append(shell);
