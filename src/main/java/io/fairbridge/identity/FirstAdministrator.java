package io.fairbridge.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Opens the first administrator's account at start, from `FAIRBRIDGE_ADMIN_EMAIL` and `FAIRBRIDGE_ADMIN_PASSWORD`.
@Component
@Order(1)
class FirstAdministrator implements ApplicationRunner {

    private final Accounts accounts;
    private final String email;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            @Value("${fairbridge.admin.email:}") String email,
            @Value("${fairbridge.admin.password:}") String password) {
        this.accounts = accounts;
        this.email = email;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!email.isBlank() && !password.isBlank()) {
            accounts.ensureAdministrator(email, password);
        }
    }
}
