/** Lines of one function of the code below, with its blank line. */
const functionLines = 10;

function plainFunction(number: number): string {
	return `def step_${String(number)}(batch, rate=0.${String(number % 9)}1):
    """Sum of a batch, é."""
    total = 0
    for index, item in enumerate(batch):
        if item is None:
            continue
        total += index * rate + item["value"]  # weighted
    name = f"{rate}-{total}"
    return {"name": name, "total": total / max(len(batch), 1)}
`;
}

/** Of the same number of lines, with a model that is known and in every fifth of them one that is misspelt. */
function modelFunction(number: number): string {
	const name = number % 25 === 0 ? 'resnet5O' : 'resnet50';
	return `def build_${String(number)}(classes=${String(number)}):
    """Network of a run, é𝒳."""
    net = timm.create_model("${name}", pretrained=True, num_classes=classes)
    head = models.resnet18(weights="IMAGENET1K_V1")
    for parameter in net.parameters():
        parameter.requires_grad = False

    net.eval()
    return torch.nn.Sequential(net, head)
`;
}

/** Python of so many lines as people write it, a fifth of its functions with names of models. */
export function longCode(lines: number): string {
	const imports = 'import timm\nimport torch\nfrom torchvision import models\n';
	const count = Math.ceil((lines - 3) / functionLines);
	const functions = Array.from({ length: count }, (_, number) =>
		number % 5 === 0 ? modelFunction(number) : plainFunction(number),
	);
	return `${imports}\n${functions.join('\n')}`;
}
