/** Beside which names in code a hint stands. */
export const hintModes = ['overBudget', 'all', 'off'] as const;
export type HintMode = (typeof hintModes)[number];
