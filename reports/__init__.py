"""Documents: frozen data in, PDF bytes out; no clock, no network, the same data gives the same bytes."""
