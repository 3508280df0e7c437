import type { Page } from 'playwright-core';
import { copySampleWorkspace } from '../sampleWorkspace.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** A real editor on a copy of the sample workspace, for all tests of a `describe`. */
export class EditorOfTests {
	private readonly sample = copySampleWorkspace();
	private workbench: Workbench | undefined;

	/** Called inside a `describe`: opens the editor before its first test and closes it after its last. */
	use(options: Omit<WorkbenchOptions, 'folder'> = {}): void {
		const pageOf = (): Page => this.page;
		before(async () => {
			this.workbench = await openWorkbench({ ...options, folder: this.sample.folder });
		});
		afterEach(async function () {
			// a picture says soonest what went wrong
			const { currentTest } = this;
			if (currentTest?.state !== 'failed') return;
			const name = currentTest.title.replaceAll(/\W+/g, '-');
			await pageOf().screenshot({ path: `out/failed/${name}.png` });
		});
		after(async () => {
			await this.workbench?.close();
			this.sample.remove();
		});
	}

	get page(): Page {
		if (!this.workbench) throw new Error('the editor is not open');
		return this.workbench.page;
	}

	/** Absolute path of the workspace. */
	get folder(): string {
		return this.sample.folder;
	}

	/** The text of the clipboard, once it is another one than `before`. */
	async copied(copy: () => Promise<void>): Promise<string> {
		const mark = 'nothing is copied yet';
		await this.page.evaluate(`navigator.clipboard.writeText('${mark}')`);
		await copy();
		for (let waited = 0; waited < 10_000; waited += 100) {
			const text = String(await this.page.evaluate('navigator.clipboard.readText()'));
			if (text !== mark) return text;
			await this.page.waitForTimeout(100);
		}
		throw new Error('nothing was copied');
	}
}
