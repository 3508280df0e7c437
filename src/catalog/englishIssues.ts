import en from 'zod/v4/locales/en.js';

/** Option of a parse that words its issues: the small build of zod brings no language of its own. */
export const englishIssues = { error: en().localeError };
