package io.fairbridge.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.LanguageCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest(name = "givenATitleIn{0}_whenDetecting_thenItIsRecognised: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            zh | 医院信息系统运维服务采购
            zh | 為 SAP ERP 提供遠端 support 服務
            en | Provision of security and reception services for the city library
            en | Cleaning services
            ro | Servicii de pază și securitate a obiectivelor
            ro | Achiziționarea serviciilor de reparație a drumurilor
            ro | Servicii de proiectare
            fr | Travaux de rénovation de l'école et fourniture de mobilier
            fr | Prestations de nettoyage des locaux
            es | Servicio de limpieza de los edificios municipales
            es | Contratación de una consultoría para la evaluación del proyecto
            de | Beratung und Planung für die Erweiterung der Kläranlage
            de | Reinigungsleistungen für Schulen
            pt | Aquisição de serviços de manutenção dos elevadores
            ru | Оказание услуг по техническому обслуживанию
            uk | Послуги з поточного ремонту доріг
            ja | 日本語ページの翻訳サービス
            ko | 번역 서비스
            """)
    void detects(String language, String text) {
        assertThat(detector.detect(text)).contains(new LanguageCode(language));
    }

    @ParameterizedTest
    @CsvSource({"12345", "'...'", "''"})
    void givenNoWords_whenDetecting_thenNoLanguageIsGuessed(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }
}
