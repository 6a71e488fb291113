package io.fairbridge.platform.upload;

import io.fairbridge.platform.graphql.ErrorBody;
import io.fairbridge.platform.graphql.ErrorCode;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/// `POST /uploads` with one multipart field `file`. Who sends is told by the bearer token, whose subject is the account.
@RestController
class UploadController {

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    /// @param uploadId to be named in the mutation that works on the file
    record Answer(String uploadId) {
    }

    @PostMapping(path = "/uploads", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> keep(@RequestParam(name = "file", required = false) @Nullable MultipartFile file, Principal account) throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, ErrorCode.BAD_REQUEST, "Send a file that is not empty in the multipart field \"file\".");
        }
        try (var content = file.getInputStream()) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            return ResponseEntity.ok(new Answer(uploads.keep(account.getName(), name, content)));
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return refused(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.LIMIT_EXCEEDED, "The file is too large: at most 50 MB.");
    }

    @ExceptionHandler
    ResponseEntity<Object> malformed(MultipartException malformed) {
        return refused(HttpStatus.BAD_REQUEST, ErrorCode.BAD_REQUEST, "Send the file as multipart/form-data in the field \"file\".");
    }

    private static ResponseEntity<Object> refused(HttpStatus status, ErrorCode code, String message) {
        return ResponseEntity.status(status).body(ErrorBody.of(code, message));
    }
}
