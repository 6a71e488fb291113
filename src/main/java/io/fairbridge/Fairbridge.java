package io.fairbridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Fairbridge.
@SpringBootApplication
public class Fairbridge {

    public static void main(String[] args) {
        SpringApplication.run(Fairbridge.class, args);
    }
}
