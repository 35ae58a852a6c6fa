"""The human side: ticket, transitions, order, waiting, packet, desk. Pure until its ports; knows no channel and no store."""
