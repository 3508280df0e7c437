import type { Catalog } from '../catalog/catalog.ts';
import type { Device } from '../catalog/records.ts';

/** How much of its letter pairs a name shares with what was written before it may be what was meant. */
const alike = 0.4;
const mostAlike = 3;

/** The device that a name means: id, name or alias, whatever its case, spaces, hyphens and underscores. */
export function resolveDevice(catalog: Catalog, text: string): Device | undefined {
	const wanted = bareName(text);
	if (wanted === '') return undefined;
	const exact = catalog.deviceById.get(text.trim());
	return exact ?? catalog.devices.find(device => namesOf(device).some(name => bareName(name) === wanted));
}

/**
 * The devices that an unfinished or misspelled name may mean: those with a name that begins so, then those that hold it,
 * and where there are none of both the three most alike. None for an empty text.
 */
export function suggestDevices(devices: readonly Device[], text: string): readonly Device[] {
	const wanted = bareName(text);
	if (wanted === '') return [];
	const graded = devices.map(device => ({ device, grade: gradeOf(namesOf(device).map(bareName), wanted) }));
	const holding = graded.filter(({ grade }) => grade >= 1);
	const found =
		holding.length > 0
			? holding.sort((a, b) => b.grade - a.grade)
			: graded
					.filter(({ grade }) => grade >= alike)
					.sort((a, b) => b.grade - a.grade)
					.slice(0, mostAlike);
	return found.map(({ device }) => device);
}

/** 2 where a name begins so, 1 where one holds it, else the greatest share of letter pairs, less than 1. */
function gradeOf(names: readonly string[], wanted: string): number {
	if (names.some(name => name.startsWith(wanted))) return 2;
	if (names.some(name => name.includes(wanted))) return 1;
	const pairs = letterPairs(wanted);
	return Math.min(0.99, Math.max(...names.map(name => shareOf(pairs, letterPairs(name)))));
}

function letterPairs(bare: string): ReadonlySet<string> {
	const letters = bare.slice(0, 60);
	return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const common = [...a].filter(pair => b.has(pair)).length;
	return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function namesOf(device: Device): readonly string[] {
	return [device.id, device.name, ...device.aliases];
}

function bareName(text: string): string {
	return text.toLowerCase().replace(/[\s_-]+/g, '');
}
