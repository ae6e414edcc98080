/// The chapters and questions travel as this module's resources.
enum Content {}
