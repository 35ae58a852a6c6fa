"""Outside human queues: each sends parcels its own way. Knows no session and no loop."""
