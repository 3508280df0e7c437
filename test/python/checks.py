"""What the checks of snippets of all libraries have in common."""


class NotRun(Exception):
    """Why a snippet cannot be run here. It is neither right nor wrong."""


def check(holds, problem):
    if not holds:
        raise AssertionError(problem)


def parameters_of(network):
    return sum(parameter.numel() for parameter in network.parameters())


def check_vector(snippet, output):
    """One number for each class, or features where the head is gone."""
    check(output.ndim == 2 and output.shape[0] == 1, f"output of shape {tuple(output.shape)}")
    width = output.shape[1]
    if snippet["kind"] == "load":
        check(width == snippet["checkpointClasses"], f"{width} classes, {snippet['checkpointClasses']} expected")
    elif snippet["kind"] == "finetune":
        check(width == snippet["classes"], f"{width} classes, {snippet['classes']} expected")
    else:
        check(width not in (snippet["checkpointClasses"], snippet["classes"]), f"{width} features: the head is there")
