/** Openings and closings before the memory is looked at for the first time, and between that and the second. */
export const warmUpCycles = 50;
export const soakCycles = 500;
