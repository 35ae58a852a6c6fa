"""The process: settings, the one composition root, the command line. Composes; decides nothing."""
