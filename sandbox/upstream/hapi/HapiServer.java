import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.HashMapResourceProvider;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;

/** A plain HAPI FHIR server in memory, with HAPI's own paging, for hapi.test.ts. It prints its port when it listens. */
public class HapiServer {
  private static final FhirContext R4 = FhirContext.forR4();

  public static class Patients extends HashMapResourceProvider<Patient> {
    Patients() {
      super(R4, Patient.class);
    }

    @Search
    public List<Patient> byName(@OptionalParam(name = Patient.SP_NAME) StringParam name) {
      String start = name == null ? "" : name.getValue().toLowerCase();
      return getStoredResources().stream()
          .filter(one -> one.getNameFirstRep().getFamily().toLowerCase().startsWith(start))
          .toList();
    }
  }

  public static class Observations extends HashMapResourceProvider<Observation> {
    Observations() {
      super(R4, Observation.class);
    }

    @Search
    public List<Observation> ofPatient(
        @OptionalParam(name = Observation.SP_PATIENT) ReferenceParam patient,
        @OptionalParam(name = Observation.SP_CATEGORY) TokenOrListParam categories) {
      return getStoredResources().stream()
          .filter(one -> patient == null || one.getSubject().getReferenceElement().getIdPart().equals(patient.getIdPart()))
          .filter(one -> categories == null || categories.getValuesAsQueryTokens().stream()
              .anyMatch(token -> token.getValue().equals(one.getCategoryFirstRep().getCodingFirstRep().getCode())))
          .toList();
    }
  }

  public static void main(String[] arguments) throws Exception {
    RestfulServer fhir = new RestfulServer(R4);
    fhir.setResourceProviders(new Patients(), new Observations());
    FifoMemoryPagingProvider pages = new FifoMemoryPagingProvider(100);
    pages.setDefaultPageSize(20);
    pages.setMaximumPageSize(50);
    fhir.setPagingProvider(pages);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(fhir), "/fhir/*");
    server.setHandler(context);
    server.start();
    System.out.println("PORT " + connector.getLocalPort());
    // The server ends with whoever started it.
    while (System.in.read() != -1) {}
    server.stop();
  }
}
