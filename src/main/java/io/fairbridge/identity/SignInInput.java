package io.fairbridge.identity;

record SignInInput(String email, String password) {

    @Override
    public String toString() {
        return "SignInInput";
    }
}
