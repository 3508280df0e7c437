/** What the peers show beside the name, as the page does. */
export const numberColumns = ['top1', 'macs', 'params', 'latencyMs', 'bytes', 'top5'] as const;
export const textColumns = ['input', 'family', 'framework', 'license'] as const;
