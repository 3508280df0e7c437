import assert from 'node:assert/strict';
import { openWorkbench, runCommand } from '../../support/editor/workbench.ts';
import { copySampleWorkspace } from '../../support/sampleWorkspace.ts';

it('shows the comparison as a table in an editor when the page does not answer within 10 s', async () => {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder, blockWebviews: true });
	try {
		const { page } = workbench;
		await runCommand(page, 'Model Scout: Compare Models');
		const started = Date.now();
		const line = page.locator('.view-line').filter({ hasText: 'Model' }).filter({ hasText: 'Top-1' });
		await line.first().waitFor({ timeout: 25_000 });
		assert.ok(Date.now() - started >= 9_000, 'not before the page had its time');
	} finally {
		await workbench.close();
		sample.remove();
	}
});
