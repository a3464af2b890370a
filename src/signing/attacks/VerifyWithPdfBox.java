import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** Prints for each file `path<TAB>valid|finds|none`: whether digest and signature hold, as the two libraries see them. */
public class VerifyWithPdfBox {
  public static void main(String[] paths) {
    for (String path : paths) System.out.println(path + "\t" + judge(new File(path)));
  }

  private static String judge(File file) {
    try (PDDocument document = PDDocument.load(file)) {
      List<PDSignature> signatures = document.getSignatureDictionaries();
      byte[] bytes = Files.readAllBytes(file.toPath());
      boolean all = true;
      for (PDSignature signature : signatures) all &= holds(signature, bytes);
      return signatures.isEmpty() ? "none" : all ? "valid" : "finds";
    } catch (Throwable broken) {
      return "none";
    }
  }

  private static boolean holds(PDSignature signature, byte[] bytes) {
    try {
      CMSProcessableByteArray content = new CMSProcessableByteArray(signature.getSignedContent(bytes));
      CMSSignedData signed = new CMSSignedData(content, signature.getContents(bytes));
      for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
        Object found = signed.getCertificates().getMatches(signer.getSID()).iterator().next();
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build((X509CertificateHolder) found))) return false;
      }
      return true;
    } catch (Exception wrong) {
      return false;
    }
  }
}
