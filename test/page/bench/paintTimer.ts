import type { ScrollReport } from '../../bench/benchSteps.ts';

const longest = 60_000;

/** Ms from the call of `action` to the task after the first frame in which `isDone` holds. */
export function timeToPaint(action: () => void, isDone: () => boolean): Promise<number> {
	const start = performance.now();
	action();
	return new Promise((resolve, reject) => {
		const watch = (): void => {
			if (isDone())
				afterFrame(() => {
					resolve(performance.now() - start);
				});
			else if (performance.now() - start > longest) reject(new Error('what was expected is never drawn'));
			else requestAnimationFrame(watch);
		};
		requestAnimationFrame(watch);
	});
}

/** Called inside a frame: runs `action` in the task after it. */
function afterFrame(action: () => void): void {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = action;
	port2.postMessage(undefined);
}

/** Scrolls by `step` px in each of `steps` frames. */
export async function scrollSmoothly(
	scroller: HTMLElement,
	steps: number,
	step: number,
	isFilled: () => boolean,
): Promise<ScrollReport> {
	let longTasks = 0;
	const observer = new PerformanceObserver(list => {
		longTasks += list.getEntries().length;
	});
	observer.observe({ entryTypes: ['longtask'] });
	const times: number[] = [];
	let blankFrames = 0;
	let before = NaN;
	for (let done = 0; done <= steps; done++) {
		await new Promise<void>(resolve => {
			requestAnimationFrame(now => {
				if (done > 0) times.push(now - before);
				before = now;
				scroller.scrollTop += step;
				afterFrame(resolve);
			});
		});
		if (!isFilled()) blankFrames += 1;
	}
	observer.disconnect();
	const sorted = times.sort((a, b) => a - b);
	return { frame: sorted[Math.floor(0.95 * sorted.length)] ?? NaN, longTasks, blankFrames };
}
