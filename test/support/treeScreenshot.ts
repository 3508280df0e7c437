import { openWorkbench } from './editor/workbench.ts';
import { familyRows, showModelScout } from './editor/familyTree.ts';
import { shippedData } from './shippedData.ts';

/** Waits until the tree shows every family of the catalog, and saves a picture of it. */
export async function saveTreeScreenshot(folder: string, file: string): Promise<void> {
	const workbench = await openWorkbench({ folder, size: { width: 1400, height: 1100 } });
	try {
		await showModelScout(workbench.page);
		const families = shippedData().families.length;
		const names = await familyRows(workbench.page);
		await workbench.page.mouse.move(700, 550); // away from the icon, whose tooltip covers rows
		await workbench.page.locator('.workbench-hover').waitFor({ state: 'hidden' });
		await workbench.page.screenshot({ path: file });
		if (names.length !== families) {
			throw new Error(
				`the tree shows ${String(names.length)} families, not ${String(families)}: ${names.join(', ')}`,
			);
		}
		process.stdout.write(`The tree shows ${String(families)} families: ${names.join(', ')}.\nSaved ${file}.\n`);
	} finally {
		await workbench.close();
	}
}
