/** What the person at the command line got wrong, as one line: printed to stderr, exit code 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
