package io.fairbridge.notification;

import io.fairbridge.platform.LocalisedText;
import java.util.List;

record AnnounceInput(List<LocalisedText.Input> title, List<LocalisedText.Input> body) {
}
