package io.fairbridge.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Measures the main job from outside: the time from the answer of a publish to the frame on the other side's socket, and
/// what an idle subscription costs.
///
/// ```
/// mvn -q package -DskipTests
/// java -cp target/test-classes io.fairbridge.notification.LiveMatchBenchmark
/// ```
///
/// starts `target/fairbridge.jar` on a free port with an empty data folder, and ends it. Options, in any order:
/// `url=http://localhost:8080` takes a server that runs already (and then says nothing of memory), `jar=`, `seconds=60`,
/// `rate=5` postings a second, `subscriptions=200,1000`, `accounts=100`, `demo=true` for the sample data beside.
public final class LiveMatchBenchmark {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final Pattern OFFERING = Pattern.compile("\"offering\":\\{\"id\":\"([^\"]+)\"");

    /// Services as an exporter and as a buyer abroad would put them.
    private static final List<Topic> TOPICS = List.of(
            new Topic("SI21", "Java后端开发外包", "承接Java后端软件开发与微服务改造，提供云原生部署与运维。", "Java backend development team wanted", "We need software developers for Java backend microservices and cloud native deployment."),
            new Topic("SI22", "软件测试外包服务", "提供功能测试、自动化测试与性能测试，覆盖手机与网页应用。", "Software testing services", "Looking for functional, automation and performance testing of mobile and web applications."),
            new Topic("SC12", "海运货代与整箱拼箱", "国际海运货运代理，整箱拼箱、报关与保险一站式服务。", "Sea freight forwarding from China", "Freight forwarder wanted for ocean shipping, full and part containers, customs clearance and insurance."),
            new Topic("SJ212", "跨境税务与审计咨询", "为企业提供增值税申报、审计与会计代理记账服务。", "Tax and accounting advice", "We look for VAT filing, audit, bookkeeping and tax consulting services."),
            new Topic("SJ211", "国际商务法律服务", "提供合同审查、知识产权与跨境仲裁法律服务。", "Legal services for contracts", "Legal advice on contracts, intellectual property and cross-border arbitration is wanted."),
            new Topic("SJ22Z", "展会策划与展台搭建", "国际展览会策划、展台设计搭建与现场服务。", "Exhibition stand construction", "Trade fair organiser needed for exhibition planning, booth design and construction."),
            new Topic("SK22", "汉语在线教育培训", "提供汉语教学与职业教育在线培训课程。", "Chinese language training", "Online education courses in Chinese language and vocational training for our staff."),
            new Topic("SK11", "影视后期与动画制作", "动画制作、影视后期与字幕配音服务。", "Animation and post-production", "Animation studio wanted for film post-production, subtitles and dubbing."),
            new Topic("SJ312", "工程设计与监理", "提供土建工程设计、结构计算与工程监理服务。", "Engineering design services", "Civil engineering design, structural calculation and site supervision services needed."),
            new Topic("SK21", "远程医学影像诊断", "提供远程医疗与医学影像诊断服务，支持放射科报告。", "Remote medical imaging diagnosis", "Telemedicine provider wanted for medical imaging diagnosis and radiology reports."),
            new Topic("SJ35", "多语种翻译与本地化", "提供技术文档翻译、网站本地化与同声传译。", "Translation and localisation", "Translation of technical documents, website localisation and interpreting are wanted."),
            new Topic("SI2", "数据标注与云计算服务", "提供数据标注、云计算与人工智能模型训练服务。", "Data annotation and cloud computing", "Data labelling, cloud computing and artificial intelligence model training services wanted."));

    private record Topic(String category, String offering, String offeringText, String demand, String demandText) {
    }

    private final Map<String, String> options = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Frame> frames = new ConcurrentLinkedQueue<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private URI server = URI.create("http://localhost:8080");

    private record Frame(int socket, String offering, long number, long at) {
    }

    private record Person(String token, String organisation) {
    }

    private LiveMatchBenchmark(String[] args) {
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(option -> options.put(option[0], option[1]));
    }

    public static void main(String[] args) throws Exception {
        new LiveMatchBenchmark(args).run();
    }

    private void run() throws Exception {
        if (options.containsKey("url")) {
            server = URI.create(options.get("url"));
            measure(null);
            return;
        }
        var folder = Files.createTempDirectory("fairbridge-benchmark");
        var process = start(folder);
        try {
            measure(process);
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            delete(folder);
        }
        System.exit(0);
    }

    private Process start(Path folder) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = URI.create("http://localhost:" + port);
        var java = ProcessHandle.current().info().command().orElse("java");
        var process = new ProcessBuilder(java, "-Xmx1g", "-jar", options.getOrDefault("jar", "target/fairbridge.jar"),
                "--server.port=" + port, "--fairbridge.demo=" + options.getOrDefault("demo", "false"), "--fairbridge.data-dir=" + folder.resolve("data"))
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        long begin = System.nanoTime();
        while (!isUp()) {
            if (!process.isAlive() || System.nanoTime() - begin > Duration.ofMinutes(5).toNanos()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            Thread.sleep(200);
        }
        say("ready after %.1f s", (System.nanoTime() - begin) / 1e9);
        return process;
    }

    private boolean isUp() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(server.resolve("/actuator/health")).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void measure(@Nullable Process process) throws Exception {
        var seller = person("seller", "EXPORTER");
        var buyers = new ArrayList<Person>();
        for (int i = 0; i < number("accounts", 100); i++) {
            buyers.add(person("buyer" + i, "BUYER"));
            var topic = TOPICS.get(i % TOPICS.size());
            publish("Demand", buyers.getLast(), "en", topic.category, topic.demand + " " + i, topic.demandText).join();
        }
        say("%d accounts, each with a demand", buyers.size());
        workedOff();
        for (var size : options.getOrDefault("subscriptions", "200,1000").split(",")) {
            var before = cost(process);
            var sockets = subscribe(buyers, Integer.parseInt(size));
            settle(Duration.ofSeconds(3));
            before.ifPresent(empty -> cost(process).ifPresent(full -> full.tell(empty, sockets.size())));
            load(seller, sockets.size());
            sockets.forEach(WebSocket::abort);
            settle(Duration.ofSeconds(3));
        }
    }

    private void load(Person seller, int subscriptions) throws Exception {
        frames.clear();
        int rate = number("rate", 5);
        int count = rate * number("seconds", 60);
        var answers = new ConcurrentHashMap<String, Long>();
        var publishing = new ArrayList<CompletableFuture<?>>();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            var topic = TOPICS.get(i % TOPICS.size());
            long due = begin + i * 1_000_000_000L / rate;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            publishing.add(publish("Offering", seller, "zh", topic.category, topic.offering + " " + run + "-" + i, topic.offeringText)
                    .thenAccept(id -> answers.put(id, System.nanoTime())));
        }
        CompletableFuture.allOf(publishing.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
        workedOff();
        int before;
        do {
            before = frames.size();
            settle(Duration.ofSeconds(5));
        } while (frames.size() > before);
        tell(subscriptions, count, answers);
    }

    private void tell(int subscriptions, int count, Map<String, Long> answers) {
        var seen = new HashSet<String>();
        var told = new HashSet<String>();
        int twice = 0;
        var latencies = new ArrayList<Double>();
        for (var frame : frames) {
            var answer = answers.get(frame.offering);
            if (answer == null) {
                continue;
            }
            if (!seen.add(frame.socket + frame.offering)) {
                twice++;
            }
            told.add(frame.offering);
            latencies.add((frame.at - answer) / 1e6);
        }
        latencies.sort(null);
        lost();
        say("%d subscriptions, %d postings of which %d matched, %d frames, %d twice: median %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms",
                subscriptions, count, told.size(), latencies.size(), twice,
                at(latencies, 0.5), at(latencies, 0.9), at(latencies, 0.99), at(latencies, 1));
    }

    /// A socket's numbers must leave none out, and sockets of one account must begin and end with the same.
    private void lost() {
        var bySocket = frames.stream().collect(Collectors.groupingBy(Frame::socket, Collectors.mapping(Frame::number, Collectors.toCollection(TreeSet::new))));
        long gaps = bySocket.values().stream().mapToLong(numbers -> numbers.last() - numbers.first() + 1 - numbers.size()).sum();
        var byAccount = bySocket.entrySet().stream().collect(Collectors.groupingBy(socket -> socket.getKey() % number("accounts", 100)));
        long late = 0;
        long early = 0;
        for (var sockets : byAccount.values()) {
            long first = sockets.stream().mapToLong(socket -> socket.getValue().first()).min().orElseThrow();
            long last = sockets.stream().mapToLong(socket -> socket.getValue().last()).max().orElseThrow();
            late += sockets.stream().mapToLong(socket -> socket.getValue().first() - first).sum();
            early += sockets.stream().mapToLong(socket -> last - socket.getValue().last()).sum();
        }
        say("%d sockets got frames; frames left out in between: %d, at the beginning: %d, at the end: %d", bySocket.size(), gaps, late, early);
    }

    /// Looks into the cursor, which no client may.
    private static long inInbox(String cursor) {
        return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    // What the server costs

    private record Cost(double threads, double heap) {

        void tell(Cost empty, int subscriptions) {
            say("%d idle subscriptions cost %.0f platform threads and %.1f KB of heap each", subscriptions,
                    threads - empty.threads, (heap - empty.heap) / 1024 / subscriptions);
        }
    }

    private Optional<Cost> cost(@Nullable Process process) {
        if (process == null) {
            return Optional.empty();
        }
        try {
            var jcmd = Path.of(ProcessHandle.current().info().command().orElseThrow()).resolveSibling("jcmd").toString();
            for (int i = 0; i < 2; i++) {
                new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run").redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            }
            var metrics = metrics();
            return Optional.of(new Cost(sum(metrics, "jvm_threads_live_threads"), sum(metrics, "jvm_memory_used_bytes{area=\"heap\"")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String metrics() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.resolve("/actuator/prometheus")).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /// Waits until every change is matched and told.
    private void workedOff() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        do {
            settle(Duration.ofSeconds(1));
            if (System.nanoTime() - begin > Duration.ofMinutes(5).toNanos()) {
                throw new IllegalStateException("The outbox does not become empty");
            }
        } while (sum(metrics(), "fairbridge_outbox_depth") > 0);
        settle(Duration.ofSeconds(2));
    }

    private static double sum(String metrics, String start) {
        return metrics.lines().filter(line -> line.startsWith(start)).mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    // The API

    private Person person(String name, String capacity) throws Exception {
        var email = name + "-" + run + "@example.org";
        var signUp = "mutation { signUp(input: {email: \"%s\", password: \"correct horse battery\", displayName: \"%s\"}) { session { accessToken } errors { code } } }".formatted(email, name);
        var token = first(TOKEN, ask(signUp, null).get(30, TimeUnit.SECONDS));
        var found = "mutation { createOrganisation(input: {name: \"%s\", country: \"%s\", capacities: [%s]}) { organisation { id } errors { code } } }"
                .formatted(name, capacity.equals("BUYER") ? "DE" : "CN", capacity);
        return new Person(token, first(ID, ask(found, token).get(30, TimeUnit.SECONDS)));
    }

    /// @return the posting's id, when it is answered
    private CompletableFuture<String> publish(String kind, Person person, String language, String category, String title, String text) {
        var mutation = "mutation { publish%s(input: {organisationId: \"%s\", language: \"%s\", category: \"%s\", title: \"%s\", description: \"%s\", languages: [\"en\", \"zh\"], markets: [\"DE\"], deliveryModes: [CROSS_BORDER]}) { %s { id } errors { code path } } }"
                .formatted(kind, person.organisation, language, category, title, text, kind.toLowerCase(Locale.ROOT));
        return ask(mutation, person.token).thenApply(answer -> first(ID, answer));
    }

    private CompletableFuture<String> ask(String document, @Nullable String token) {
        var request = HttpRequest.newBuilder(server.resolve("/graphql")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":" + quoted(document) + "}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private List<WebSocket> subscribe(List<Person> buyers, int count) throws Exception {
        var ready = new AtomicInteger();
        var sockets = new ArrayList<WebSocket>();
        for (int i = 0; i < count; i++) {
            var token = buyers.get(i % buyers.size()).token;
            sockets.add(http.newWebSocketBuilder().subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create(server.toString().replaceFirst("http", "ws") + "/graphql"), new Subscriber(i, token, ready)).get(30, TimeUnit.SECONDS));
        }
        for (long begin = System.nanoTime(); ready.get() < count;) {
            if (System.nanoTime() - begin > Duration.ofMinutes(1).toNanos()) {
                throw new IllegalStateException("Only " + ready.get() + " sockets were acknowledged");
            }
            settle(Duration.ofMillis(100));
        }
        return sockets;
    }

    private final class Subscriber implements WebSocket.Listener {

        private static final String QUERY = """
                subscription { notificationReceived { __typename id cursor createdAt readAt title(language: "en") ... on MatchNotification { match { id score offering { id } demand { id } } } } }""";

        private final int number;
        private final String token;
        private final AtomicInteger ready;
        private final StringBuilder text = new StringBuilder();

        Subscriber(int number, String token, AtomicInteger ready) {
            this.number = number;
            this.token = token;
            this.ready = ready;
        }

        @Override
        public void onOpen(WebSocket socket) {
            socket.sendText("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}", true);
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var message = text.toString();
                text.setLength(0);
                received(socket, message, System.nanoTime());
            }
            socket.request(1);
            return null;
        }

        private void received(WebSocket socket, String message, long now) {
            if (message.contains("\"connection_ack\"")) {
                socket.sendText("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":" + quoted(QUERY) + "}}", true);
                ready.incrementAndGet();
            } else if (message.contains("\"ping\"")) {
                socket.sendText("{\"type\":\"pong\"}", true);
            } else {
                var offering = OFFERING.matcher(message);
                if (offering.find()) {
                    frames.add(new Frame(number, offering.group(1), inInbox(first(CURSOR, message)), now));
                } else if (!message.contains("SavedSearch")) {
                    say("unexpected: %s", message);
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            say("socket %d was closed: %d %s", number, code, reason);
            return null;
        }
    }

    private int number(String option, int standard) {
        return Integer.parseInt(options.getOrDefault(option, Integer.toString(standard)));
    }

    private static String first(Pattern pattern, String answer) {
        var found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        return found.group(1);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static void settle(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
