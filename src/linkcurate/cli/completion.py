def complete_entries(ctx, args, incomplete):
    return []


def complete_digests(ctx, args, incomplete):
    return []


def complete_targets(ctx, args, incomplete):
    return []


def complete_series(ctx, args, incomplete):
    return []
