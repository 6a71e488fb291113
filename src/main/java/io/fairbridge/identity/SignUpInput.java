package io.fairbridge.identity;

import org.jspecify.annotations.Nullable;

record SignUpInput(String email, String password, String displayName, @Nullable String locale) {

    @Override
    public String toString() {
        return "SignUpInput";
    }
}
