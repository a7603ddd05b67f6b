"""What measures guidegen: invented records, Hugo beside it, timings, profiles. No part of the program."""
