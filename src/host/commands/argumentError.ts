/** A command was called by a program with arguments it does not take. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}
