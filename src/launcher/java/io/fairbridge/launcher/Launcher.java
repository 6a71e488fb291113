package io.fairbridge.launcher;

/**
 * Where `java -jar` begins. Compiled for Java 8, so that an old Java can say what is missing instead of failing on the
 * first class it does not understand.
 */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        int major = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (major < NEEDED) {
            System.err.println("Fairbridge needs Java " + NEEDED + " or newer and this is Java " + major + " ("
                    + System.getProperty("java.home") + "): start it with the java of a newer JDK.");
            System.exit(1);
        }
        Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
