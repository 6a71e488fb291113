package io.fairbridge.posting;

/// `WithdrawPostingInput` and `DiscardDraftInput`.
record PostingIdInput(String id) {
}
