def complete_entries(ctx, args, incomplete):
    return []
def complete_digests(ctx, args, incomplete):
    return []
