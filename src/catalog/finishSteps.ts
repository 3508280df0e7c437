/** The answer of work in steps, all of them taken at once. */
export function finishSteps<T>(steps: Iterator<void, T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}
