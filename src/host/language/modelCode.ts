/** Languages in which names of models are understood. */
export const modelCode = ['python', 'yaml', 'json', 'jsonc'].map(language => ({ language }));
