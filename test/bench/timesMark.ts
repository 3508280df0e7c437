/** Marks the line with the times among all else that an extension host prints. */
export const timesMark = 'MODEL_SCOUT_TIMES ';
